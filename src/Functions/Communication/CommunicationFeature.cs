using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Communication;

/// <summary>The log of communication work.</summary>
public static class CommunicationFeature
{
    public static void AddCommunication(this IServiceCollection services)
    {
        services.AddSingleton<CommunicationStore>();
        services.AddSingleton<CommunicationActs>();
    }
}
