/* __builtin_dump_struct: the calls that clang makes of it. */
#include <stdarg.h>
#include <stdio.h>

enum color { red, green = 5 };
struct inner { int q; };
struct outer {
    int a;
    char c;
    const char *name;
    float f;
    double d;
    long double l;
    struct inner in;
    unsigned bits : 3;
    enum color color;
    union { short s; int i; } u;
    long long wide;
    _Bool truth;
};

static int lines;

static int counted(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (const char *at = format; *at; at++)
        lines += *at == '\n';
    int result = vprintf(format, arguments);
    va_end(arguments);
    return result;
}

int main(void)
{
    struct outer v = { 1, 'x', "a name", 2.5f, -0.125, 3, { 7 }, 5, green, { 9 }, 1LL << 40, 1 };
    struct outer *p = &v;
    __builtin_dump_struct(&v, printf);
    __builtin_dump_struct(p, counted);
    printf("%d\n", lines);
    return 0;
}
