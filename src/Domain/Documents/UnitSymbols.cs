namespace NtmServerless.Domain.Documents;

/// <summary>
/// What stands for an issuing body in the symbol of a document: the first letters of the words of its name (Decree 30/2020,
/// appendix III), without the place. An office that writes another one sets it in its register.
/// </summary>
public static class UnitSymbols
{
    private const int Longest = 8;

    private static readonly string[] PlaceWords = ["huyện", "xã", "thị", "tỉnh", "phường", "thành"];
    private static readonly string[] SmallWords = ["và", "các", "của", "về"];

    public static string Of(Plan plan, string unitId)
    {
        Unit? unit = plan.FindUnit(unitId);
        if (unit is null || unit.Kind == UnitKind.SteeringCommittee)
            return plan.Notation?.Split('-', 2) is [_, { Length: > 0 } own] ? own : "BCĐ";
        if (unit.IsCommuneLevel || unit.Kind == UnitKind.PeoplesCommittee) return "UBND";
        if (unit.Kind == UnitKind.CoordinationOffice) return "VPĐP";
        IEnumerable<string> words = unit.Name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile((word, index) => index == 0 || !PlaceWords.Contains(word))
            .Where(word => !SmallWords.Contains(word));
        string initials = string.Concat(words.Select(word => word.All(char.IsUpper) ? word : $"{char.ToUpperInvariant(word[0])}"));
        return initials.Length <= Longest ? initials : initials[..Longest];
    }
}
