using PhoneNumbers;

namespace NtmServerless.Functions.Registrations;

/// <summary>Vietnamese phone numbers as people type them, brought to one form.</summary>
public static class VietnamesePhone
{
    private const string Vietnam = "VN";
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    /// <summary>E.164 such as +84912345678; null when it is not a Vietnamese number.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 30) return null;
        try
        {
            PhoneNumber number = Util.Parse(typed, Vietnam);
            return number.CountryCode == 84 && Util.IsValidNumber(number) ? Util.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
