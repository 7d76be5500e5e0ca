namespace NtmServerless.Pages.Addresses;

/// <summary>Addresses of the pages of declared classes.</summary>
public static class DeclarationPaths
{
    public const string List = "/" + DeclarationRoutes.List;
    public const string Export = "/" + DeclarationRoutes.Export;
    public const string Declare = "/" + DeclarationRoutes.Declare;
    public const string Upload = "/" + DeclarationRoutes.Upload;
    public const string Template = "/" + DeclarationRoutes.Template;

    /// <summary>The list of what the office has to decide.</summary>
    public const string Waiting = List + "?tinh-trang=declared";

    /// <summary>The list of what reports count.</summary>
    public const string Accepted = List + "?tinh-trang=accepted";

    public static string Of(DeclarationId id) => Address.Of(DeclarationRoutes.One, id);

    public static string Correct(DeclarationId id) => Address.Of(DeclarationRoutes.Correct, id);

    public static string Accept(DeclarationId id) => Address.Of(DeclarationRoutes.Accept, id);

    public static string Return(DeclarationId id) => Address.Of(DeclarationRoutes.Return, id);

    public static string Withdraw(DeclarationId id) => Address.Of(DeclarationRoutes.Withdraw, id);

    public static string Scan(DeclarationId id) => Address.Of(DeclarationRoutes.Scan, id);
}
