using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>A person's place in a class.</summary>
internal sealed record Place(Person Person, string Code)
{
    public bool GaveUp { get; set; }
}
