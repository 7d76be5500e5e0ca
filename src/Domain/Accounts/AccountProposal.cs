using System.Text;

namespace NtmServerless.Domain.Accounts;

/// <summary>An account that a unit of the plan could have, as it is offered to the administrator.</summary>
/// <param name="UserName">Made of the unit's short name; nobody has it, and no other proposal.</param>
public sealed record AccountProposal(Unit Unit, string UserName, Role Role)
{
    /// <summary>What officers of such a body usually do here. Who only looks on gets the role that changes no records.</summary>
    public static Role RoleOf(UnitKind kind) => kind switch
    {
        UnitKind.CoordinationOffice => Role.Administrator,
        UnitKind.Commune or UnitKind.Town or UnitKind.Ward or UnitKind.Village => Role.Commune,
        UnitKind.CultureOffice or UnitKind.MediaCentre => Role.CultureOffice,
        UnitKind.SteeringCommittee or UnitKind.PeoplesCommittee or UnitKind.PartyCommittee => Role.Committee,
        UnitKind.Office or UnitKind.SocioPoliticalOrganisation or UnitKind.Other => Role.LeadUnit,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>One for each unit that nobody has an account of, in the plan's order.</summary>
    public static IReadOnlyList<AccountProposal> For(Plan plan, IReadOnlyCollection<Account> accounts)
    {
        HashSet<string> taken = [.. accounts.Select(a => a.UserName)];
        HashSet<string> served = [.. accounts.Select(a => a.UnitId)];
        return [.. plan.Units.Where(u => !served.Contains(u.Id)).Select(u => new AccountProposal(u, NameFor(u, taken), RoleOf(u.Kind)))];
    }

    private static string NameFor(Unit unit, HashSet<string> taken)
    {
        string name = Written(unit.ShortName) is { Length: >= Accounts.UserName.Shortest } written ? written : Written("don vi " + unit.Id);
        string free = name;
        for (int n = 2; !taken.Add(free); n++) free = $"{name}.{n}";
        return free;
    }

    // "Phòng VH&TT" is phong.vh.tt: what can be read out on the phone. Room is left for a number.
    private static string Written(string text)
    {
        StringBuilder name = new();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append('.');
            foreach (char c in Accounts.UserName.Fold(word)) name.Append(char.IsAsciiLetterOrDigit(c) ? c : '.');
        }

        string joined = string.Join('.', name.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries));
        return joined.Length <= Longest ? joined : joined[..Longest].TrimEnd('.');
    }

    private const int Longest = Accounts.UserName.Longest - 4;
}
