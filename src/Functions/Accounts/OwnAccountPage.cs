using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Accounts;

/// <summary>The page of an officer's own account, which also says what another feature has just made for it.</summary>
public sealed class OwnAccountPage(AccountStore book, CurrentPlan current, PageAnswers answers)
{
    /// <param name="calendar">Address of the officer's calendar that was just made.</param>
    public async Task<IResult> ShowAsync(HttpRequest request, FormState? form, int status, string? calendar = null)
    {
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        Caller caller = request.Caller();
        Plan? plan = await current.FindAsync(request);
        Credential credential = Credential.Of(request);
        Account? account = credential is { AccountId: { } id, Session: not null } ? await book.GetAsync(id, cancellation) : null;
        OwnCalendar? own = credential.AccountId is { } owner ? new OwnCalendar(await book.CalendarSinceAsync(owner, cancellation), calendar) : null;
        return answers.Page<MyAccountPage, MyAccount>(request, new MyAccount(caller, plan?.FindUnit(caller.UnitId), account, own), form, status);
    }
}
