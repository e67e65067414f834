import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { buttonLook } from '@/ui/buttonLook'
import { Fact, Facts } from '@/ui/Facts'

import { CheckResult } from './CheckResult'
import { type Lot, poolAddress, recordAddress, useCheckLot, verifyCommand } from './queries'

/** What the lot rests on, and how anyone checks it. */
export function Proof({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const drawn = lot.way === 'lot'
  return (
    <section className="rounded-panel border border-line bg-surface px-4.5 py-4">
      <h2 className="text-17 font-semibold">{t('proof')}</h2>
      <p className="mb-3 max-w-prose text-ink-2">{t(`proof_${lot.way}`)}</p>
      <Facts>
        <Fact name={t('pool_hash')}>
          <Code>{lot.pool_hash}</Code>
        </Fact>
        {drawn && (
          <>
            <Fact name={t('seed')}>
              <Code>{lot.seed}</Code>
            </Fact>
            <Fact name={t('strategy')}>
              <Code>{lot.strategy}</Code>
            </Fact>
            <Fact name={t('command')}>
              <Code>{verifyCommand(lot.id)}</Code>
            </Fact>
          </>
        )}
      </Facts>
      <div className="mt-4 flex flex-wrap gap-2">
        {drawn && <FileLink href={recordAddress(lot.id)}>{t('download_record')}</FileLink>}
        {lot.way !== 'hand' && <FileLink href={poolAddress(lot.id)}>{t('download_pool')}</FileLink>}
      </div>
      {drawn && <CheckAgain lot={lot} />}
    </section>
  )
}

function CheckAgain({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const check = useCheckLot(lot.id)
  return (
    <div className="mt-4 grid justify-items-start gap-3 border-t border-line pt-4">
      <Button busy={check.isPending} onClick={() => check.mutate()}>
        {t('check_again')}
      </Button>
      <CheckResult check={check} />
    </div>
  )
}

function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-13 wrap-anywhere">{children}</code>
}

function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={buttonLook('plain', 'desk')} href={href} download>
      <Download aria-hidden className="size-4" />
      {children}
    </a>
  )
}
