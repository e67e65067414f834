import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'

import { CheckResult } from './CheckResult'
import { type Lot, poolAddress, recordAddress, useCheckLot, verifyCommand } from './queries'
import { Command, FileLink } from './story/parts'

/** How anyone repeats it: here by one press, elsewhere with two files and one command. */
export function Proof({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const drawn = lot.way === 'lot'
  return (
    <section className="grid gap-3 rounded-panel border border-line bg-surface px-4.5 py-4 break-inside-avoid">
      <div>
        <h2 className="text-17 font-semibold">{t(drawn ? 'repeat_it' : 'proof')}</h2>
        <p className="max-w-prose text-ink-2">{t(`proof_${lot.way}`)}</p>
      </div>
      {lot.way !== 'hand' && (
        <div className="flex flex-wrap gap-2 print:hidden">
          {drawn && <FileLink href={recordAddress(lot.id)}>{t('download_record')}</FileLink>}
          <FileLink href={poolAddress(lot.id)}>{t('download_pool')}</FileLink>
        </div>
      )}
      {drawn && (
        <>
          <div>
            <p className="mb-1 text-13 text-ink-2">{t('command')}</p>
            <Command>{verifyCommand(lot.id)}</Command>
          </div>
          <CheckAgain lot={lot} />
        </>
      )}
    </section>
  )
}

function CheckAgain({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const check = useCheckLot(lot.id)
  return (
    <div className="grid justify-items-start gap-3 border-t border-line pt-3 print:hidden">
      <Button busy={check.isPending} onClick={() => check.mutate()}>
        {t('check_again')}
      </Button>
      <CheckResult check={check} />
    </div>
  )
}
