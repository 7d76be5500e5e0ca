using Microsoft.Extensions.DependencyInjection;

namespace NtmServerless.Functions.Attendance;

/// <summary>Attendance.</summary>
public static class AttendanceFeature
{
    public static void AddAttendance(this IServiceCollection services)
    {
        services.AddSingleton<AttendanceActs>();
    }
}
