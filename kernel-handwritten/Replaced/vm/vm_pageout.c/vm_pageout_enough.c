static boolean_t
vm_pageout_enough()
{
	return vm_page_free_count >= vm_page_free_target &&
	       vm_page_external_count <= vm_page_external_target &&
	       vm_page_free_wanted == 0;
}
