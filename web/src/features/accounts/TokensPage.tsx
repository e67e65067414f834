import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { Cell, Row, Table } from '@/ui/Table'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { Allowed } from './Allowed'
import { NewTokenDialog } from './NewTokenDialog'
import { useMay, useMe } from './queries'
import { type Token, tokensQuery, tokenState, useRevokeToken } from './tokens'

/** Which other programs speak for the organisation. */
export function TokensPage() {
  const { t } = useTranslation('accounts')
  const mayManage = useMay('tokens.manage')
  usePageTitle(t('tokens'))
  return (
    <>
      <PageHeader title={t('tokens')} lead={t('tokens_lead')} action={mayManage && <NewTokenDialog />} />
      <Allowed asks="tokens.manage">
        <Tokens />
      </Allowed>
    </>
  )
}

function Tokens() {
  const { t } = useTranslation('accounts')
  const tokens = useQuery(tokensQuery)
  return (
    <Answer query={tokens}>
      {(found) =>
        found.length ? (
          <Table
            caption={t('tokens')}
            columns={[t('token_name'), t('token_state'), t('token_used'), t('token_by'), '']}
          >
            {found.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </Table>
        ) : (
          <Empty title={t('tokens_none_title')} text={t('tokens_none_text')} />
        )
      }
    </Answer>
  )
}

function TokenRow({ token }: { token: Token }) {
  const { t } = useTranslation('accounts')
  const { zone } = useMe()
  const state = tokenState(token, new Date())
  return (
    <Row quiet={state !== 'in_use'}>
      <Cell lead>{token.name}</Cell>
      <Cell>
        <Chip tone={state === 'in_use' ? 'live' : 'plain'}>{t(`token_is_${state}`)}</Chip>{' '}
        {state === 'in_use' && token.expires_at && (
          <span className="text-13 text-ink-2">
            {t('token_until')} <When at={token.expires_at} zone={zone} style="date" />
          </span>
        )}
      </Cell>
      <Cell>{token.used_at ? <When at={token.used_at} zone={zone} /> : t('token_never_used')}</Cell>
      <Cell wide>{token.created_by}</Cell>
      <Cell end>{state === 'in_use' && <RevokeButton token={token} />}</Cell>
    </Row>
  )
}

function RevokeButton({ token }: { token: Token }) {
  const { t } = useTranslation('accounts')
  const revoke = useRevokeToken(token.id)
  return (
    <ConfirmDialog
      title={t('token_revoke_title', { name: token.name })}
      description={t('token_revoke_text')}
      confirmLabel={t('token_revoke')}
      trigger={<Button tone="bare">{t('token_revoke')}</Button>}
      onConfirm={async () => {
        await revoke.mutateAsync()
        toast({ text: t('token_revoked', { name: token.name }), tone: 'ok' })
      }}
    />
  )
}
