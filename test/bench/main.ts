console.log('benchmark');
