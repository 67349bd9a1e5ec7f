void
halt_all_cpus(status)
	int		status;
{
	cli();
	outb(EXIT_PORT, status);
	for (;;)
		__asm__ volatile ("cli; hlt");
}
