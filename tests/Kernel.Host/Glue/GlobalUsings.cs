// The names that kernel C# uses unqualified, for the parts of it that are compiled here.
global using static Mach.HostKernel;
global using static Mach.kmem_c;
global using static Mach.PmapZones;
global using static Mach.vm_resident_c;
global using Porting;
global using unsafe boolean_t = int;
global using unsafe kern_return_t = int;
global using unsafe natural_t = uint;
global using unsafe vm_object_t = Mach.vm_object*;
global using unsafe vm_offset_t = uint;
global using unsafe vm_page_t = Mach.vm_page*;
