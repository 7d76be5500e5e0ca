namespace NtmServerless.Functions.Accounts;

/// <summary>Accounts for units that have none.</summary>
public sealed record UnitAccountsForm(IReadOnlyList<UnitAccountLine>? Units)
{
    /// <summary>The accounts of the units that were ticked. Their names are names of the units, until an officer's is written there.</summary>
    /// <param name="known">Accounts that are there.</param>
    /// <exception cref="InvalidInputException">With every line that is wrong.</exception>
    public IReadOnlyList<Account> Check(Plan plan, IReadOnlyList<Account> known, DateTimeOffset now)
    {
        Checks checks = new();
        List<Account> wanted = [];
        IReadOnlyList<UnitAccountLine> lines = Units ?? [];
        checks.Require(lines.Any(l => l.Chosen == true), "units", "units-none");
        foreach ((int i, UnitAccountLine line) in lines.Index())
        {
            if (line.Chosen != true) continue;
            string field = $"units[{i}].userName";
            if (plan.FindUnit(line.UnitId ?? "") is not { } unit || wanted.Any(w => w.UnitId == unit.Id))
            {
                checks.Fail(field, "unit-unknown");
                continue;
            }

            string userName = AccountFields.UserName(checks, line.UserName, field);
            string id = AccountStore.IdOf(userName);
            if (wanted.Any(w => w.Id == id) || known.Any(k => k.Id == id && k.UnitId != unit.Id)) checks.Fail(field, "account-taken");
            wanted.Add(new Account(id, userName, Name(unit), AccountProposal.RoleOf(unit.Kind), unit.Id, now, MustChangePassword: true));
        }

        checks.ThrowIfAny();
        return wanted;
    }

    /// <summary>What the account of a unit is called until an officer's name is written there.</summary>
    public static string Name(Unit unit) => unit.ShortName.Length <= LongestName ? unit.ShortName : unit.ShortName[..LongestName];

    private const int LongestName = 100;
}

/// <summary>A unit that may get an account.</summary>
public sealed record UnitAccountLine(string? UnitId, string? UserName, bool? Chosen);
