// Names that kernel C# uses as C does, unqualified, everywhere.
global using static Mach.PmapZones;
