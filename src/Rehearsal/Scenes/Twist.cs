using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>What is out of the ordinary in the life of a class.</summary>
[Flags]
internal enum Twist
{
    None = 0,

    /// <summary>Too few by the close of registration; extended, and more come.</summary>
    TooFew = 1,

    /// <summary>Postponed before it is held, and given new dates.</summary>
    Postponed = 2,

    /// <summary>A flood after the first day; the remaining sessions are held later.</summary>
    Flooded = 4,

    /// <summary>Cancelled while people register.</summary>
    Cancelled = 8,
    LateSheet = 16,

    /// <summary>Its report comes after the deadline and was escalated.</summary>
    Overdue = 32,
    Returned = 64,

    /// <summary>The signed sheet counts others than the attendance; explained in the report.</summary>
    SheetDiffers = 128,

    /// <summary>Two people of the same name, year and village.</summary>
    Namesake = 256,

    /// <summary>Some register through the organisations' own form.</summary>
    OutsideForm = 512,

    /// <summary>Some are registered by their commune.</summary>
    Clerk = 1024,
}
