// The first line of a head of several lines,
// the second,
// and the third.

#include <stdio.h>

// Above a constant,
// two lines of it.
#define SIZE 4 // behind it

/* Of an enumeration. */
enum kind {
    /* Of the first. */
    none,
    some, // behind some
    // Two lines
    // of one enumerator.
    many = 5, /* behind many */
    /* At its end. */
};

#define FLAG 0x10 /* between the enumerations */

// Of the second enumeration.
enum { left = 1, right /* behind right */ };

// A struct with a block of line comments
// above it,
// of three lines.
struct part {
    // Of a,
    // in two lines.
    int a;
    unsigned low : 3;  // the lower bits
    unsigned high : 5; // the upper bits
    /* Of the array. */
    char name[SIZE]; /* behind the array */
    struct part *next[2]; // pointers
    /* At the end of the struct. */
}; // behind the struct

/* Of a prototype. */
static int counted(int n);

// Of the table.
static const int table[] = {
    1, // one
    2, /* two */
    // Of three.
    3,
};

// Of a variable.
static int total = 1; // behind the variable
static int other; // behind the other one

// Of a function,
// in two lines.
static int counted(int n) { // behind the brace
    // At the start,
    // in two lines.

    // Apart from them.
    int sum = 0; // behind sum

    if (n > 2) { // behind the condition
        // Of the sum.
        sum += n;
    } // behind the block
    else { // otherwise
        sum--;
    }

    for (int i = 0; i < n; i++) { /* behind the loop */
        /* Of the switch. */
        switch (i) { // behind the switch
        case 0: // behind the first case
            sum++;
            break; // behind the break
        // Above the second case.
        case 1:
            /* Of nothing. */
            break;
        default: // behind the default
            sum += table[i % 3]; /* behind the statement */
        }
    }

    while (n > 100) { // behind the while
        n--;
    }

    do { // behind the do
        n++;
    } while (n < 0);

    // Of the result.
    return sum; // behind the result
    // At the end.
}

// Of main.
int main(void)
{
    struct part p = { 1, 2, 3, "abc", { 0 } };
    p.low++; // behind a bit-field
    printf("%d %d %d %d %d %d\n", counted(4), many + left, right | FLAG, p.low + p.high, total, other);
    return 0;
}

// At the end of the file.
