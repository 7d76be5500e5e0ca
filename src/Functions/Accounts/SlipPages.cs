using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Accounts;

/// <summary>
/// Slips with first passwords, one for each account, to print, cut and hand out. They stand on the answer itself: an address to go on to
/// would show them again.
/// </summary>
public sealed class SlipPages(AppAddress app, PageAnswers answers)
{
    public IResult Of(HttpRequest request, Plan? plan, GivenPasswords given)
    {
        string address = app.Of(request);
        bool onlyHere = Uri.TryCreate(address, UriKind.Absolute, out Uri? reached) && reached.IsLoopback;
        return answers.Page<SlipsPage, SlipsView>(request, new SlipsView(
            plan?.IssuingBody, plan?.FindUnit(plan.FindOffice())?.Name, address + AccountPaths.SignIn, onlyHere,
            [.. given.Given.Select(g => SlipOf(plan, g))], [.. given.Left.Select(id => NameOf(plan, id))]));
    }

    private static Slip SlipOf(Plan? plan, GivenPassword given)
    {
        Account account = given.Account;
        bool isUnits = plan?.FindUnit(account.UnitId) is { } unit && account.DisplayName == UnitAccountsForm.Name(unit);
        return new Slip(NameOf(plan, account.UnitId), isUnits ? null : account.DisplayName, account.UserName, given.Password);
    }

    private static string NameOf(Plan? plan, string unitId) => plan?.FindUnit(unitId)?.Name ?? unitId;
}
