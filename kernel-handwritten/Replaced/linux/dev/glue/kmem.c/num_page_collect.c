// num_page_collect of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of num_page_collect (linux/dev/glue/kmem.c) a0b428e01414a03e
int num_page_collect = 0
//: declaration of num_page_collect (linux/dev/glue/kmem.c) 7b6932694d2b702c
int num_page_collect;
