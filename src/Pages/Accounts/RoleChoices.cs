namespace NtmServerless.Pages.Accounts;

/// <summary>Roles and units to choose from.</summary>
public static class RoleChoices
{
    /// <summary>The value as forms and the API write it.</summary>
    public static string Value(Role role) => Codes.Wire(role);

    public static string Word(VietnameseTexts texts, Role role) => texts[$"account.role-{Codes.Key(role)}"];

    public static IEnumerable<Choice> All(VietnameseTexts texts) => Enum.GetValues<Role>().Select(r => new Choice(Value(r), Word(texts, r)));

    public static IEnumerable<Choice> Units(Plan plan) => plan.Units.Select(u => new Choice(u.Id, u.Name));
}
