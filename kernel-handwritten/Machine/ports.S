/* I/O ports for C#. Managed convention: the port comes in ECX, the byte goes in EAX. */
        .text

        .balign 16
        .globl  ports.in8
        .type   ports.in8, @function
ports.in8:
        movl    %ecx, %edx
        xorl    %eax, %eax
        inb     %dx, %al
        ret
        .size   ports.in8, . - ports.in8

        .balign 16
        .globl  ports.out8
        .type   ports.out8, @function
ports.out8:
        xchgl   %ecx, %edx
        movl    %ecx, %eax
        outb    %al, %dx
        ret
        .size   ports.out8, . - ports.out8

        .section .note.GNU-stack, "", @progbits
