// num_block_coalesce of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of num_block_coalesce (linux/dev/glue/kmem.c) 2898f60584b5969d
int num_block_coalesce = 0
//: declaration of num_block_coalesce (linux/dev/glue/kmem.c) 7b6932694d2b702c
int num_block_coalesce;
