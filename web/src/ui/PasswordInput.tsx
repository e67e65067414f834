import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { controlLook } from './controlLook'
import { IconButton } from './IconButton'

/** A password that can be read before it is sent. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type' | 'size' | 'className'>) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState(false)
  return (
    <span className="relative block">
      <input {...props} type={shown ? 'text' : 'password'} className={controlLook('desk', 'pe-10')} />
      <IconButton
        label={shown ? t('hide_password') : t('show_password')}
        icon={shown ? <EyeOff /> : <Eye />}
        onClick={() => setShown(!shown)}
        className="absolute end-0 top-0"
      />
    </span>
  )
}
