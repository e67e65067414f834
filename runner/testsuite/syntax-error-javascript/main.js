console.log('never'
