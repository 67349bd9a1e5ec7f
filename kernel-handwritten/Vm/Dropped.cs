using Porting;

// What vm/vm_resident.c no longer has: the single list of free pages, and the functions that built a map of it for
// each request. The standing map of VmFreePages takes their place.
[assembly: Drops("vm/vm_resident.c", "vm_page_queue_free", "two queues, one for each zone, in VmFreePages")]
[assembly: Drops("vm/vm_resident.c", "vm_page_account_grab", "part of VmFreePages.Leave")]
[assembly: Drops("vm/vm_resident.c", "vm_page_wakeup_daemon", "VmWakeups, which can wait until interrupts are on")]
[assembly: Drops("vm/vm_resident.c", "vm_page_find_run", "FreeBitmap.FindRun")]
[assembly: Drops("vm/vm_resident.c", "vm_page_take_run", "Zone.TryTakeRun")]
[assembly: Drops("vm/vm_pageout.c", "vm_pageout_choose", "QueueScan, which looks at pages of the zones that are short")]
