// memlist of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of memlist (linux/dev/glue/kmem.c) 1885c12919b919cc
static struct pagehdr *memlist
//: declaration of memlist (linux/dev/glue/kmem.c) 6072d844b432987f
static struct pagehdr *memlist;
