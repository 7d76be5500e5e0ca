using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Access;

/// <summary>Somebody without a session who is no stranger: the allowance of an address that others have used up is not theirs.</summary>
public interface IOwnAllowance
{
    /// <summary>Whose allowance a request uses; null: a stranger's.</summary>
    string? Find(HttpContext http);
}
