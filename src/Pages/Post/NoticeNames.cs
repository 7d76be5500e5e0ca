namespace NtmServerless.Pages.Post;

/// <summary>What the kinds of notices are called.</summary>
internal static class NoticeNames
{
    public static string Name(this VietnameseTexts texts, NoticeKind kind)
    {
        string own = $"notice.kind-{Codes.Key(kind)}";
        return texts[texts.Has(own) ? own : $"class.notice-{Codes.Key(kind)}"];
    }
}
