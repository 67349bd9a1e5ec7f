/* Structs with clang's layout, and how their members are reached. */
typedef unsigned int	word_t;

struct flags {
	unsigned int	ready:1,
			count:7;
	signed int	level:4;
	unsigned char	kind;
};

union value {
	word_t		word;
	unsigned short	half[2];
	struct {
		unsigned char	low, high;
	};
};

struct packed { char c; int i; } __attribute__((packed));
struct node { struct node *next; int data[]; };

enum color { RED, GREEN = 5, BLUE };

int get(struct flags *f) { return f->ready ? f->count : f->level; }
void set(struct flags *f, int n) { f->count = n; f->level--; }
int parts(union value *v) { return v->half[1] + v->low; }
int unaligned(struct packed *p) { return p->i; }
int flexible(struct node *n, int i) { return n->next->data[i]; }
enum color mix(enum color c) { return c == GREEN ? BLUE : RED; }
unsigned int sizes(void) { return sizeof(struct flags) + sizeof(union value) + sizeof(word_t); }
