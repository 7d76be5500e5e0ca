namespace NtmServerless.Domain.Telling;

/// <summary>Whom one notice of a class reached, and whom not.</summary>
/// <param name="People">Whom it is about, in order of acceptance.</param>
/// <param name="IsSuperseded">A later notice about the whole class took its place: nobody need be told this one any more.</param>
public sealed record Told(KeptNotice Notice, IReadOnlyList<ReachedUnit> Units, IReadOnlyList<ReachedPerson> People, bool IsSuperseded)
{
    public IEnumerable<ReachedPerson> Left => People.Where(p => p.IsLeft);

    /// <summary>The same, of the people that somebody may see.</summary>
    public Told Of(Func<Registration, bool> seen) => this with { People = [.. People.Where(p => seen(p.Person))] };
}
