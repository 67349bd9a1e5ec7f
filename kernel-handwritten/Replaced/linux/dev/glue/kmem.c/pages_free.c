// pages_free of linux/dev/glue/kmem.c as accepted, with what it depends on; by 'port accept'.
//: text of pages_free (linux/dev/glue/kmem.c) 895e325e81b09efa
static struct chunkhdr pages_free[MEM_CHUNKS]
//: declaration of pages_free (linux/dev/glue/kmem.c) 4286cc37068c0f52
static struct chunkhdr pages_free[7];
//: macro MEM_CHUNKS (linux/dev/glue/kmem.c) 4a62d978828b700f
#define MEM_CHUNKS	7
//: layout of struct chunkhdr (linux/dev/glue/kmem.c) 51821cba2b36abb4
struct chunkhdr { // 12 bytes, aligned to 4
}
