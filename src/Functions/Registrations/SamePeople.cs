namespace NtmServerless.Functions.Registrations;

/// <summary>Who is in a class or further up in a list already, to tell one person who stands twice from two of nearly the same name.</summary>
internal sealed class SamePeople(IEnumerable<Applicant> there)
{
    private readonly Dictionary<string, List<(string Name, string? Place)>> _known =
        there.GroupBy(p => p.PersonKey).ToDictionary(g => g.Key, g => g.Select(p => (p.FullName, (string?)null)).ToList(), StringComparer.Ordinal);

    /// <summary>What becomes of a line, by whoever is known; from now on its person is known too.</summary>
    /// <returns>Like: the name it may be confused with. Same: the place of the line that names the same person; null: in the class.</returns>
    public (ImportState State, string? Like, string? Same) Meet(Applicant person, string place)
    {
        if (!_known.TryGetValue(person.PersonKey, out List<(string Name, string? Place)>? known)) _known[person.PersonKey] = known = [];
        (string Name, string? Place)[] one = [.. known.Where(k => !PersonName.DifferInTones(k.Name, person.FullName))];
        (string Name, string? Place)? like = known.Count > 0 ? known[0] : null;
        known.Add((person.FullName, place));
        // In the list first, as it was before: of two lines the first is the one that says what became of the person.
        if (one.FirstOrDefault(k => k.Place is not null) is { Place: { } line }) return (ImportState.Twice, null, line);
        if (one.Length > 0) return (ImportState.There, null, null);
        return like is { } asked ? (ImportState.Asked, asked.Name, asked.Place) : (ImportState.Good, null, null);
    }
}
