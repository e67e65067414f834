import { useTranslation } from 'react-i18next'

import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'

import type { Pool, Preview } from '../queries'
import { orderWords } from '../words'
import type { Draft, Trouble } from './draft'
import { SizeField } from './SizeField'

type Props = {
  pool: Pool
  draft: Draft
  trouble: Trouble | undefined
  preview: Preview | undefined
  onChange: (part: Partial<Draft>) => void
}

/** The first so many, in an order that is said. */
export function OrderFields(props: Props) {
  const { pool, draft, onChange } = props
  const { t } = useTranslation('lots')
  const names = [...pool.columns.map((column) => `value:${column}`), 'name', 'email', 'zone', 'added']
  const orders = names.flatMap((name) =>
    name.startsWith('value:') ? [`-${name}`, name] : [name, `-${name}`],
  )
  return (
    <>
      <SizeField {...props} />
      <Field label={t('order')} hint={t('order_hint')}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.order}
            onChange={(event) => onChange({ order: event.target.value })}
            options={orders.map((order) => ({ value: order, label: orderWords(order, t) }))}
          />
        )}
      </Field>
    </>
  )
}
