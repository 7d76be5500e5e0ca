namespace NtmServerless.Browser.Tests.Support;

/// <summary>Who sits before the browser.</summary>
public enum Who
{
    Villager,
    Administrator,
    LeadUnit,
    Commune,
    CultureOffice,
    Committee,
}

internal static class Officers
{
    /// <summary>The unit of the sample plan that an officer works for.</summary>
    public static string Unit(this Who who) => who switch
    {
        Who.Administrator => "van-phong-dieu-phoi",
        Who.LeadUnit => "hoi-nong-dan",
        Who.Commune => "xa-gia-cat",
        Who.CultureOffice => "phong-van-hoa-thong-tin",
        Who.Committee => "ban-chi-dao",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };

    /// <summary>The role as the API writes it.</summary>
    public static string Role(this Who who) => who switch
    {
        Who.Administrator => "administrator",
        Who.LeadUnit => "leadUnit",
        Who.Commune => "commune",
        Who.CultureOffice => "cultureOffice",
        Who.Committee => "committee",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };
}
