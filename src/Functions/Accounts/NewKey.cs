using System.Security.Cryptography;
using System.Text;

namespace NtmServerless.Functions.Accounts;

/// <summary>A key that was just made: the only time that it is shown.</summary>
public sealed record NewKey(string Key, CallerKey Entry);
