/*
 * Calls of libatomic ("GCC Atomic Library Interface"): managed convention on this side, ECX, EDX, then the stack with the last
 * argument nearest; cdecl with an aligned stack on the other. The order is always __ATOMIC_SEQ_CST, 5.
 */
        .set    SEQ_CST, 5
        .text

        .macro  LIBATOMIC name, function
        .balign 16
        .globl  atomic_any.\name
        .type   atomic_any.\name, @function
atomic_any.\name:
        pushl   %ebp
        movl    %esp, %ebp
        subl    $24, %esp
        andl    $-16, %esp
        .endm

        .macro  DONE name, bytes
        leave
        ret     $\bytes
        .size   atomic_any.\name, . - atomic_any.\name
        .endm

/* void __atomic_load(size_t size, void *place, void *result, int order); store the same */
        .macro  LOAD_OR_STORE name, function
LIBATOMIC \name
        movl    8(%ebp), %eax
        movl    %eax, (%esp)
        movl    %ecx, 4(%esp)
        movl    %edx, 8(%esp)
        movl    $SEQ_CST, 12(%esp)
        call    \function
DONE \name, 4
        .endm

        LOAD_OR_STORE load, __atomic_load
        LOAD_OR_STORE store, __atomic_store

/* void __atomic_exchange(size_t size, void *place, void *value, void *result, int order) */
LIBATOMIC exchange
        movl    12(%ebp), %eax
        movl    %eax, (%esp)
        movl    %ecx, 4(%esp)
        movl    %edx, 8(%esp)
        movl    8(%ebp), %eax
        movl    %eax, 12(%esp)
        movl    $SEQ_CST, 16(%esp)
        call    __atomic_exchange
DONE exchange, 8

/* bool __atomic_compare_exchange(size_t size, void *place, void *expected, void *desired, int success, int failure) */
LIBATOMIC compare_exchange
        movl    12(%ebp), %eax
        movl    %eax, (%esp)
        movl    %ecx, 4(%esp)
        movl    %edx, 8(%esp)
        movl    8(%ebp), %eax
        movl    %eax, 12(%esp)
        movl    $SEQ_CST, 16(%esp)
        movl    $SEQ_CST, 20(%esp)
        call    __atomic_compare_exchange
        movzbl  %al, %eax
DONE compare_exchange, 8

        .purgem LIBATOMIC
        .purgem DONE
        .purgem LOAD_OR_STORE

        .section .note.GNU-stack, "", @progbits
