using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Registrations;

/// <summary>Registrations, lists, receipts.</summary>
public static class RegistrationsFeature
{
    public static void AddRegistrations(this IServiceCollection services)
    {
        services.AddSingleton<RegistrationActs>();
        services.AddSingleton<CorrectionActs>();
        services.AddSingleton<CodeLookUp>();
        services.AddSingleton<OutsideFormActs>();
        services.AddSingleton<RosterImport>();
        services.AddSingleton<ReceiptTokens>();
        services.AddSingleton<IOwnAllowance>(p => p.GetRequiredService<ReceiptTokens>());
    }
}
