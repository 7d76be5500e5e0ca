using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Accounts;

/// <summary>Accounts and callers' keys.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<ResetLinks>();
        services.AddSingleton<AppAddress>();
        services.AddSingleton<AccountActs>();
        services.AddSingleton<ForgottenActs>();
        services.AddSingleton<SlipPages>();
        services.AddSingleton<KeyActs>();
        services.AddSingleton<SignInActs>();
        services.AddSingleton<SignInWatch>();
        services.AddSingleton<AccountPages>();
        services.AddSingleton<OwnAccountPage>();
    }
}
