/*
 * What clang takes for granted of the code around it (gcc's manual, "Standards": memcpy, memmove, memset, memcmp also of a
 * freestanding environment), and where the core library stops. C convention: System V ABI for i386. Weak: a kernel that
 * brings its own keeps its own. No SSE, no memory of its own; the direction flag is clear on entry and on exit.
 */
        .macro  FUNCTION name
        .balign 16
        .weak   \name
        .type   \name, @function
\name:
        .endm

        .macro  END name
        .size   \name, . - \name
        .endm

        .text

/* void *memcpy(destination, source, size): the areas do not overlap, or are the same */
FUNCTION memcpy
        pushl   %edi
        pushl   %esi
        movl    12(%esp), %edi
        movl    16(%esp), %esi
        movl    20(%esp), %edx
        movl    %edi, %eax
        movl    %edx, %ecx
        shrl    $2, %ecx
        rep movsl
        movl    %edx, %ecx
        andl    $3, %ecx
        rep movsb
        popl    %esi
        popl    %edi
        ret
END memcpy

/* void *memmove(destination, source, size): the areas may overlap */
FUNCTION memmove
        pushl   %edi
        pushl   %esi
        movl    12(%esp), %edi
        movl    16(%esp), %esi
        movl    20(%esp), %ecx
        movl    %edi, %eax
        movl    %edi, %edx
        subl    %esi, %edx
        cmpl    %ecx, %edx              # destination - source, unsigned: less than the size only if it lies inside
        jb      1f
        movl    %ecx, %edx
        shrl    $2, %ecx
        rep movsl
        movl    %edx, %ecx
        andl    $3, %ecx
        rep movsb
        jmp     2f
1:      leal    -1(%edi,%ecx), %edi
        leal    -1(%esi,%ecx), %esi
        std
        rep movsb
        cld
2:      popl    %esi
        popl    %edi
        ret
END memmove

/* void *memset(destination, value, size) */
FUNCTION memset
        pushl   %edi
        movl    8(%esp), %edi
        movzbl  12(%esp), %eax
        imull   $0x01010101, %eax, %eax # the byte in all four places
        movl    16(%esp), %edx
        movl    %edx, %ecx
        shrl    $2, %ecx
        rep stosl
        movl    %edx, %ecx
        andl    $3, %ecx
        rep stosb
        movl    8(%esp), %eax
        popl    %edi
        ret
END memset

/* int memcmp(left, right, size): the first difference, of unsigned bytes */
FUNCTION memcmp
        pushl   %edi
        pushl   %esi
        movl    12(%esp), %esi
        movl    16(%esp), %edi
        movl    20(%esp), %ecx
        xorl    %eax, %eax              # equal, and that is what no bytes are
        repe cmpsb
        je      1f
        movzbl  -1(%esi), %eax
        movzbl  -1(%edi), %edx
        subl    %edx, %eax
1:      popl    %esi
        popl    %edi
        ret
END memcmp

/* void corlib_panic(reason): an index out of range and the like in handwritten C#. Whoever debugs finds the reason on the
 * stack. A port says it to its users by a method of its own with RuntimeExport("corlib_panic"). */
FUNCTION corlib_panic
        cli
1:      hlt
        jmp     1b
END corlib_panic

        .purgem FUNCTION
        .purgem END

        .section .note.GNU-stack, "", @progbits
