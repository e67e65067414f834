import { useTranslation } from 'react-i18next'

import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'

import type { Pool, Preview } from '../queries'
import type { Kind } from '../words'
import type { Draft, Trouble } from './draft'
import { SeedField } from './SeedField'
import { SizeField } from './SizeField'

type Props = {
  pool: Pool
  draft: Draft
  trouble: Trouble | undefined
  preview: Preview | undefined
  onChange: (part: Partial<Draft>) => void
}

const KINDS: Kind[] = ['random', 'stratified', 'ranked']

/** How many are drawn, with which chances, from which seed. */
export function StrategyFields(props: Props) {
  const { pool, draft, trouble, onChange } = props
  const { t } = useTranslation('lots')
  const kinds = pool.columns.length ? KINDS : KINDS.slice(0, 1)
  return (
    <>
      <SizeField {...props} />
      <div className="grid items-start gap-4 sm:grid-cols-[repeat(auto-fill,minmax(min(100%,--spacing(60)),1fr))]">
        <Field label={t('chances')} hint={t(`chance_hint_${draft.kind}`)}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.kind}
              onChange={(event) => onChange({ kind: event.target.value as Kind })}
              options={kinds.map((kind) => ({ value: kind, label: t(`chance_name_${kind}`) }))}
            />
          )}
        </Field>
        {draft.kind !== 'random' && (
          <Field label={t('column')} error={trouble === 'field_missing' ? t('column_missing') : undefined}>
            {(ids) => (
              <Select
                {...ids}
                value={draft.field}
                onChange={(event) => onChange({ field: event.target.value })}
                options={[
                  { value: '', label: t('column_choose') },
                  ...pool.columns.map((column) => ({ value: column, label: column })),
                ]}
              />
            )}
          </Field>
        )}
      </div>
      <SeedField seed={draft.seed} wrong={trouble === 'seed_wrong'} onChange={(seed) => onChange({ seed })} />
    </>
  )
}
