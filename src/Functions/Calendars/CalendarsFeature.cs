using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Calendars;

/// <summary>Dates for calendars outside.</summary>
public static class CalendarsFeature
{
    public static void AddCalendars(this IServiceCollection services) => services.AddSingleton<CalendarActs>();
}
