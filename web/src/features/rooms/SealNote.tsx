import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { getSeals } from '@/features/scheduling/visit'
import { saveText } from '@/lib/save-text'
import { shortMark } from '@/lib/short-mark'
import type { EvidenceQueue } from '@/live/contracts'
import { Button } from '@/ui/Button'

import { receiptFile } from './receiptFile'

const ASK_AGAIN_MS = 2000

/** Says when the record of the talk is sealed, and gives the candidate a receipt to keep. */
export function SealNote({ queue }: { queue?: EvidenceQueue | undefined }) {
  const { t } = useTranslation('rooms')
  const sealed = useQuery({
    queryKey: ['visit', 'seals'],
    queryFn: getSeals,
    refetchInterval: ({ state }) => (state.data?.seals.length ? false : ASK_AGAIN_MS),
  })
  const newest = sealed.data?.seals.at(-1)
  if (sealed.error) return null
  if (!newest) return <p className="mt-6 text-15 text-ink-2">{t('sealing')}</p>

  const save = async () => {
    const { data = sealed.data } = await sealed.refetch()
    if (!data) return
    const receipts = (await queue?.receipts()) ?? []
    saveText(`fairview-receipt-${data.session}.json`, receiptFile(data, receipts))
  }
  return (
    <section className="mt-8 grid gap-2 border-t border-line pt-6 text-15">
      <h2 className="text-17 font-semibold">{t('sealed_title')}</h2>
      <p className="text-ink-2">{t('sealed_text')}</p>
      <p>
        {t('sealed_mark')} <code className="font-mono">{shortMark(newest.document.root)}</code>
      </p>
      <div className="mt-2">
        <Button size="candidate" onClick={() => void save()}>
          {t('save_receipt')}
        </Button>
      </div>
    </section>
  )
}
