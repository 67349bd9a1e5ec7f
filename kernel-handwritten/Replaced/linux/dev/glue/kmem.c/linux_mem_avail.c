// linux_mem_avail of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of linux_mem_avail (linux/dev/glue/kmem.c) 16de7b3426fddee9
int linux_mem_avail = 0
//: declaration of linux_mem_avail (linux/dev/glue/kmem.c) 7b6932694d2b702c
int linux_mem_avail;
