import { begin } from './begin'
import { showProduct } from './product'

showProduct(await begin())
