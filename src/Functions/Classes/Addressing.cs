namespace NtmServerless.Functions.Classes;

/// <summary>Counts within a command whom its notices are about, where somebody has to see to it that they hear of it.</summary>
public static class Addressing
{
    public static async Task<ClassOutcome> AddressedAsync(this ClassWork work, ClassOutcome outcome, CancellationToken cancellation)
    {
        if (!outcome.Notices.Any(n => n.Kind.MustReachPeople())) return outcome;
        IReadOnlyList<Registration> people = await work.RegistrationsAsync(cancellation);
        return outcome with { Notices = [.. outcome.Notices.Select(n => TellingRules.Addressed(n, people))] };
    }
}
