using Microsoft.AspNetCore.Identity;

namespace SiteFactory.Cms.People;

/// <summary>
/// Passwords are checked one after the other, by half of the processors: a check is slow on purpose, and fifty at once would make fifty people
/// wait for the last one, and everybody who is at work with them.
/// </summary>
public sealed class PasswordTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Checks when it is the caller's turn; who came first is checked first.</summary>
    public async Task<SignInResult> TakeAsync(Func<Task<SignInResult>> check, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await check();
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();
}
